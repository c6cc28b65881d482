import pytest

from board.text.agents import is_crawler

IOS = "CPU iPhone OS 18_5 like Mac OS X"
IOS_KIT = "AppleWebKit/605.1.15 (KHTML, like Gecko)"
KIT = "AppleWebKit/537.36 (KHTML, like Gecko)"
PEOPLE = [
    f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {KIT} Chrome/140.0.0.0 Safari/537.36",
    f"Mozilla/5.0 (iPhone; {IOS}) {IOS_KIT} Version/18.5 Mobile/15E148 Safari/604.1",
    f"Mozilla/5.0 (Linux; Android 15; SM-S931N; wv) {KIT} Chrome/140.0 Safari/537.36 KAKAOTALK 25.6",
    f"Mozilla/5.0 (iPhone; {IOS}) {IOS_KIT} Mobile/15E148 KAKAOTALK 25.6.0 (INAPP)",
    f"Mozilla/5.0 (Linux; Android 15; SM-A546S; wv) {KIT} Chrome/140.0 NAVER(inapp; search; 2000; 12.13.1)",
    f"Mozilla/5.0 (iPhone; {IOS}) {IOS_KIT} Mobile/15E148 DaumApps/5.5.0 DaumDevice/mobile",
    f"Mozilla/5.0 (iPhone; {IOS}) {IOS_KIT} Mobile/22F76 [FBAN/FBIOS;FBAV/500.0.0;FBDV/iPhone15,2]",
    f"Mozilla/5.0 (Linux; Android 15; SM-S931N) {KIT} SamsungBrowser/28.0 Chrome/130.0",
    f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {KIT} Chrome/138.0 Whale/4.33.325.12",
    f"Mozilla/5.0 (Linux; Android 10; CUBOT X30) {KIT} Chrome/120.0 Mobile Safari/537.36",
]
PROGRAMS = [
    "",
    "   ",
    "-",
    "facebookexternalhit/1.1; kakaotalk-scrap/1.0; +https://devtalk.kakao.com/",
    "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
    "Mozilla/5.0 (compatible; Yeti/1.1; +https://naver.me/spd)",
    "Mozilla/5.0 (compatible; Daum/4.1; +http://cs.daum.net/faq/15/4118.html)",
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    f"Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X) {KIT} Chrome/140.0 Mobile Safari/537.36 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; bingbot/2.0) Chrome/140 Safari",
    "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2)",
    "Mozilla/5.0 (compatible; archive.org_bot +http://archive.org/details/archive.org_bot)",
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/140.0.0.0 Safari/537.36",
    "Mozilla/5.0+(compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)",
    "Mozilla/5.0 (compatible; AhrefsBot/7.0)",
    "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
    "TelegramBot (like TwitterBot)",
    "Twitterbot/1.0",
    "Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)",
    "curl/8.7.1",
    "Wget/1.21.4",
    "python-requests/2.32.3",
    "Python-urllib/3.11",
    "Go-http-client/2.0",
    "Java/17.0.2",
    "Feedly/1.0 (+http://www.feedly.com/fetcher.html)",
    "Prometheus/2.53.0",
    f"Mozilla/5.0 {KIT} (compatible; Reader-User/1.0; +reader@example.com)",
    "Mozilla/5.0 (compatible; NewThing/0.1; https://example.com/about)",
]


@pytest.mark.parametrize("agent", PEOPLE)
def test_a_neighbour_reading_on_a_phone_or_desk_is_a_person(agent):
    assert not is_crawler(agent)


@pytest.mark.parametrize("agent", PROGRAMS)
def test_a_program_is_never_counted_as_a_reader(agent):
    assert is_crawler(agent)
