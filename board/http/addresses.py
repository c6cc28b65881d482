"""Client addresses: who sent a request, as far as the network tells."""

from ipaddress import ip_address, ip_network


def network_of(address: str) -> str:
    """The address for counting tries: IPv4 whole, IPv6 by its /64, which one home shares."""
    try:
        parsed = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if parsed.version == 4:
        return str(parsed)
    return str(parsed.ipv4_mapped or ip_network((parsed, 64), strict=False))


def forwarded(chain: list[str], hops: int, socket: str) -> str:
    """The client's address behind `hops` trusted proxies; what others wrote into the chain is not
    believed. `chain` is X-Forwarded-For in order, `socket` the peer of the connection."""
    return chain[-hops] if hops and len(chain) >= hops else socket
