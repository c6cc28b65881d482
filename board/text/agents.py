"""Crawler detection: tell browsers from programs by User-Agent. Only people are counted."""

import re
from functools import lru_cache

# A person's in-app browsers (KAKAOTALK, NAVER, DaumApps, Instagram) carry the same names as the
# services' crawlers, so a crawler is known by its whole word, never by the company alone.
# CUBOT is a telephone. No person's browser carries a web or mail address; polite crawlers do.
_CRAWLER = re.compile(
    r"""
    (?<!\bcu)bot(?:s?\b|[/;_-]) | robot | crawl | spider | slurp | scrap(?:er|y)?\b
    | kakaotalk-scrap | facebookexternalhit | facebookcatalog | meta-external | whatsapp/ | telegrambot
    | yeti/ | yeti\b | naverbot | \bdaum(?:oa)?/ | \bdaum\b(?!apps) | daumsearch | cowbot | zumbot
    | mediapartners | adsbot | feedfetcher | google-(?:read-aloud|inspection|extended|safety|cloud)
    | googleother | apis-google | bingpreview | duckassist | ia_archiver | archive\.org
    | https?:// | [\w-]@[\w-]+\. | gptbot | chatgpt | oai-search | perplexity | bytespider | ccbot | cohere-ai
    | curl/ | wget | python | aiohttp | httpx | urllib | requests/ | httpie | libwww | lwp:: | perl
    | java/ | okhttp | apache-http | go-http | node-fetch | axios | undici | guzzle | php/ | ruby | rest-client
    | postman | insomnia | headless | phantomjs | puppeteer | playwright | selenium | lighthouse
    | pagespeed | gtmetrix | pingdom | uptime | statuscake | monitor | zabbix | nagios | prometheus
    | datadog | newrelic | site24x7 | checkly | feed(?:ly|burner|bin|parser) | \brss\b | newsblur
    | inoreader | w3c_validator | validator | linkcheck | screaming\ frog | ahrefs | semrush | mj12
    | dotbot | petalbot | scan(?:ner)?\b | nmap | nikto | sqlmap | zgrab | masscan | preview
    | embedly | slack(?:bot|-img) | discord | skypeuri | line-poker | pinterest/0 | tumblr/ | vkshare
    | http[_-]?client | fetch(?:er)?/ | download
    """,
    re.IGNORECASE | re.VERBOSE,
)
_BROWSER = re.compile(r"mozilla/|opera/|dalvik/", re.IGNORECASE)


@lru_cache(maxsize=1024)
def is_crawler(user_agent: str) -> bool:
    """Whether this User-Agent names a program rather than a person's browser.

    Nothing at all, and anything that does not even claim to be a browser, is a program.
    """
    agent = (user_agent or "")[:1000]
    return not _BROWSER.match(agent.lstrip()) or _CRAWLER.search(agent) is not None
