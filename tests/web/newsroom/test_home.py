"""The newsroom's own address."""


def test_it_leads_to_the_list_of_articles(visit, admin):
    assert visit(admin).get("/newsroom").location == "/newsroom/articles"
