"""Parts of the load benchmark: a large paper, servers that can be weighed, and requests to them."""
