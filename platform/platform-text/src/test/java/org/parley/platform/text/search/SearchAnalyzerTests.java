package org.parley.platform.text.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What people write and how others search for it. */
class SearchAnalyzerTests {

	/** Examples of public bug reports: a text and a query that finds it. */
	@ParameterizedTest
	@CsvSource({ "שָׁלוֹם, שלום", "ещё, еще", "еще, ЕЩЁ", "ภาษาไทยง่ายนิดเดียว, ไทย", "“don’t”, don't", "don't, don’t",
			"I like C#., c#", "C#语言入门, c#", "我用C#写, c#", "เขียนC#ครับ, c#", "C#을 배우다, c#", "学C++吧, c++", "用.NET写, .net",
			"我用 .NET 开发, .net", "新しい.envファイル, .env", "เขียน.netได้, .net", "C++ and Java, c++",
			"The .NET runtime, .net", "Café, cafe", "cafe, CAFÉ", "今天天气很好, 天气", "ｻｰﾊﾞｰ, サーバー", "ＡＢＣ, abc",
			"Straße, strasse", "STRASSE, straße", "İstanbul, istanbul", "ISTANBUL, ıstanbul", "مُحَمَّد, محمد",
			"محـــمد, محمد", "サーバーを買う, サーバー", "天氣很好, 天气", "天气很好, 天氣", "צה״ל, צהל", "צהל, צה״ל", "צה\"ל, צה״ל" })
	void textIsFound(String text, String query) {
		assertThat(isFound(text, query)).isTrue();
	}

	/** The same kinds in other languages, devices and forms. */
	@ParameterizedTest
	@CsvSource({ "Łódź, lodz", "Gülşən Əliyev, gulsen eliyev", "Ɛdziban, edziban", "Ɔsɛɛ, osee", "ŋma, NMA", "Ŋma, nma",
			"Ɓauna ɗan ƙasa ƴan, bauna dan kasa yan", "smørrebrød, smorrebrod", "Việt Nam, viet nam", "한국어를 배우다, 한국어",
			"ພາສາລາວ, ລາວ", "أحمد, احمد", "می‌خواهم, میخواهم", "हिन्दी भाषा, हिन्दी", "Ελλάδα, ελλαδα", "ΟΔΟΣ, οδός",
			"œuvre, oeuvre", "ﬁne, fine", "l’été, ete", "co­operate, cooperate", "Ｃ＃, c#", "C♯, c#", "C++20, c++",
			"C++20, 20", "(.NET), .NET", "猫が好き, 猫", "東京都庁, 東京都", "サーバー, サーバ", "المدرسة, المدرسه", "x² = 4, x2",
			"Nº 5, no 5", "tomatoes, tomato", "e-mail, e mail", "мой, МОЙ", "٣٤, 34", "Cafe\u0301, café",
			"google++, google", "हिन्दी भाषा, हिंदी", "संबंध, सम्बन्ध", "गङ्गा नदी, गंगा", "ज़मीन, जमीन",
			"Об’єднання, об'єднання", "𝐁old, bold", "Zażółć gęślą, zazolc", "ქართული ენა, ქართული" })
	void textIsFoundInOtherForms(String text, String query) {
		assertThat(isFound(text, query)).isTrue();
	}

	/** Each form of a word finds the others. */
	@ParameterizedTest
	@ValueSource(strings = { "می‌خواهم|می خواهم|میخواهم|مي خواهم", "نمی‌دانم|نمی دانم|نمیدانم",
			"کتاب‌های|کتاب های|کتابهای", "بزرگ‌ترین|بزرگ ترین|بزرگترین", "رفته‌اند|رفته اند|رفتهاند", "کتاب|كتاب",
			"ایران|ايران", "מנכ\"ל|מנכ״ל|מנכל", "ארה״ב|ארה\"ב|ארה”ב|ארהב", "ג׳ירפה|ג'ירפה|ג’ירפה|גירפה",
			"תנ״ך|תַּנַ״ךְ|תנ\"ך", "مدرسة|مدرسه|مدرسـة", "على|علي|علی", "أحمد|احمد|إحمد|ٱحمد|آحمد", "مسؤول|مسوول",
			"قائمة|قايمه", "臺灣|台湾|台灣", "圖書館|图书馆", "髮|发|發", "後面|后面", "資訊科技|资讯科技", "龍馬|龙马", "자연어 처리|자연어처리", "한국 사람|한국사람",
			"größe|Größe|GRÖSSE|gro\u0308ße", "Straße|STRASSE|strasse|Straẞe", "ﾊﾝｶｸ|ハンカク", "Ｗｉｄｅ　１２|wide 12",
			"և|եւ|ԵՎ|Եվ|ԵՒ", "Երևան|Երեւան|ԵՐԵՎԱՆ|երևան", "१२३|123|１２３", "๔๒|42|٤٢|۴۲|៤២|໔໒|၄၂|৪২" })
	void formsOfWordFindEachOther(String forms) {
		var all = forms.split("\\|");
		for (var text : all) {
			assertThat(all).as(text).allMatch((query) -> isFound("1 " + text + " 2", query));
		}
	}

	/** Parts of compounds and of sentences without spaces. */
	@ParameterizedTest
	@CsvSource({ "ខ្ញុំរៀនភាសាខ្មែរនៅសាលារៀន, ខ្មែរ", "ខ្ញុំរៀនភាសាខ្មែរនៅសាលារៀន, ភាសា", "សាលារៀន, សាលា",
			"ພາສາລາວ, ພາສາ", "ຂ້ອຍຮຽນພາສາລາວຢູ່ໂຮງຮຽນ, ຮຽນ", "ໂຮງຮຽນ, ຮຽນ", "မြန်မာနိုင်ငံ, နိုင်ငံ",
			"မြန်မာနိုင်ငံ, မြန်မာ", "ကျွန်တော်မြန်မာစာလေ့လာနေတယ်, မြန်မာစာ", "ရန်ကုန်မြို့, ရန်ကုန်",
			"ฉันไปโรงเรียนประถม, โรงเรียน", "โรงเรียน, เรียน", "한국어능력시험, 능력", "한국어능력시험, 시험", "서울특별시에서, 서울", "東京都庁舎, 都庁",
			"Größe, groesse", "Müller, Mueller", "Ærø og Åland, aaland", "smørrebrød, smoerrebroed", "می‌خواهم, خواهم",
			"我在用 人工 智能, 人工智能" })
	void partOfTextIsFound(String text, String query) {
		assertThat(isFound(text, query)).isTrue();
	}

	/** Signs between the parts of a word, and groups of digits. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "an e-mail|email", "email|e-mail", "an e‑mail today|email today",
			"T-Shirts|tshirt", "tshirt|T-Shirt", "wi-fi|wifi", "the co-operation|cooperation", "O'Reilly|oreilly",
			"O’Reilly|O'Reilly", "it’s|its", "rock'n'roll|rocknroll", "Node.js|nodejs", "Node.js|node.js",
			"the U.S.A.|usa", "foo_bar_baz|bar", "foo_bar_baz|foo_bar_baz", "foo_bar_baz|foobarbaz", "__init__|init",
			"open source|open-source", "open-source|open source", "an open-source tool|source tool",
			"Müller-Lüdenscheidt|mueller", "Müller-Lüdenscheidt|lüdenscheidt", "Jean-Luc|jeanluc",
			"1,000,000 times|1000000", "1.000.000|1,000,000", "1 000 000|1000000", "1 000 000|1000000",
			"1'000'000|1000000", "1000000|1,000,000", "3.14159|3.14159", "192.168.1.254|192.168.1.254", "v2.3.1|v2.3.1",
			"2026-11-26|2026-11-26", "a-b-c-d-e-f|c", "e.g.|eg", "C#-Code|c#", "C++-Code|c++", "ASP.NET-Core|net" })
	void dividedWordIsFound(String text, String query) {
		assertThat(isFound(text, query)).isTrue();
	}

	/** Versions, network addresses and decimals are one term. */
	@ParameterizedTest
	@CsvSource({ "release 1.2.3 is out, 1.2.3", "release 1.2.3 is out, release 1.2.3", "release 1.2.3 is out, 1.2.3 is",
			"v1.2.3, 1.2.3", "1.2.3, V1.2.3", "1.2.3, 1.2", "(1.2.3), 1.2.3", "it is 1.2.3., 1.2.3", "1.2.3-rc1, 1.2.3",
			"1.2.3-rc1, 1.2.3-rc1", "192.168.0.1:8080, 192.168.0.1", "10.0.0.0/8, 10.0.0.0", "192.168.1.10, 192.168",
			"'1.2.3,2.0.1', 2.0.1", "'(52.5,13.4)', 13.4", "10.100.0.1, 10.100", "'$1,234.56', '1,234.56'",
			"'1,234.56', '1,234'", "١.٢.٣, 1.2.3", "１．２．３, 1.2.3", "版本1.2.3发布, 发布", "46.1, 46.1", "12.50, 12",
			"1.200.3, 1.200.3", "版本1.2.3发布, 1.2.3", "面积100.5平方米, 100.5", "バージョン2.0.1です, 2.0.1",
			"เวอร์ชัน1.2.3ใหม่, 1.2.3", "버전 1.2.3을 받다, 1.2.3", "升级到2.0.1版本, 升级到2.0.1版本", "ราคา150บาท, 150",
			"តម្លៃ150រៀល, 150", "价格100元, 100", "2.4GHz, 2.4GHz", "at 2.4GHz, 2.4", "802.11ac, 802.11ac",
			"802.11ac, 802.11", "2.4GHz, 2.4 GHz", "3.5 mm, 3.5mm", "'9,99EUR', '9,99 EUR'", "10:30Uhr, 10:30 Uhr",
			"1.2.3rc1, 1.2.3", "12.5V, 12.5v", "use jdk-21.0.3 now, 21.0.3", "use jdk-21.0.3 now, use jdk-21.0.3 now",
			"foo-1.2.8.jar, 1.2.8", "foo-1.2.8.jar, foo", "linux-6.1.0-13-amd64, 6.1.0", "gcc-13.2.6, gcc-13.2.6",
			"foo-bar-1.2.3, foobar", "버전2.5.1출시, 2.5.1", "버전2.5.1출시, 버전2.5.1출시" })
	void dottedNumberIsFound(String text, String query) {
		assertThat(isFound(text, query)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "1.2.4, 1.2.3", "v1.2.4, v1.2.3", "3.2.1, 1.2.3", "0.1.2.3, 1.2.3", "1.2, 1.2.3", "1 2 3, 1.2.3",
			"1.2.34, 1.2.3", "11.2.3, 1.2.3", "192.168.0.10, 192.168.0.1", "13.5, 3.5", "1.2.3 4, 1.2.4",
			"2.4GHz, 4GHz", "2.4GHz, 2.5GHz", "802.11ac, 802.11n", "版本1.2.4发布, 1.2.3" })
	void otherDottedNumberIsNotFound(String text, String query) {
		assertThat(isFoundInSomeForm(text, query)).isFalse();
	}

	/** Emoji, whatever the colour of the skin and the style of the picture. */
	@ParameterizedTest
	@CsvSource({ "🎉 party, 🎉", "party🎉time, 🎉", "party🎉time, party", "🎉🎉🎉, 🎉", "👍🏽, 👍", "👍, 👍🏿", "❤, ❤️",
			"❤️, ❤", "👩‍💻 works, 👩‍💻", "👩🏽‍💻 works, 👩‍💻", "🇩🇪🇫🇷, 🇫🇷", "Glückwunsch 🎂!, glückwunsch 🎂",
			"今天☀️很好, ☀️", "سلام🌹, سلام", "✅ done, ✅", "🏳️‍🌈, 🏳️‍🌈", "🫶, 🫶", "🎉 party, 🎉 party" })
	void emojiIsFound(String text, String query) {
		assertThat(isFound(text, query)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "🎈 party, 🎉", "🇪🇩🇪🇰, 🇩🇪", "👩 at a 💼, 👩‍💻", "127881, 🎉", "party, 🎉" })
	void otherEmojiIsNotFound(String text, String query) {
		assertThat(isFound(text, query)).isFalse();
	}

	/** Each form finds the others. */
	@ParameterizedTest
	@ValueSource(strings = { "wi-fi|wifi|Wi‑Fi", "e-mail|email|E‐Mail", "co-op|coop", "co-operate|cooperate",
			"web-site|website", "on-line|online", "log-in|login", "T-Shirt|Tshirt", "Node.js|nodejs",
			"O'Reilly|OReilly|O’Reilly", "Ｗｉ－Ｆｉ|WiFi", "вай-фай|вайфай", "он-лайн|онлайн", "е-мейл|емейл",
			"об'єднання|об’єднання|обєднання", "वाई-फाई|वाईफाई", "γουάι-φάι|γουαιφαι", "Վայ-ֆայ|վայֆայ",
			"ვაი-ფაი|ვაიფაი", "Büro-Küche|bürokuche|BüroKüche", "l'hôtel|lhotel", "foo_bar|foobar",
			"größe|groesse|GRÖẞE", "Müller|mueller", "smørrebrød|smoerrebroed", "Ålesund|aalesund" })
	void formsOfQueryFindEachOther(String forms) {
		var all = forms.split("\\|");
		for (var text : all) {
			assertThat(all).as(text).allMatch((query) -> isFoundInSomeForm("the " + text + " here", query));
		}
	}

	@ParameterizedTest
	@CsvSource({ "wi fi, wi-fi", "co op, co-op", "open source, open-source", "a wifi router, wi-fi router",
			"an e-mail and wifi, email and wi-fi", "my e-mail settings, my e-mail",
			"das U-Boot taucht, das U-Boot taucht", "one x‑ray here, one x-ray", "die E-Mail-Adresse, E-Mail",
			"the A-Team, the a‐team", "my e mail, my e-mail", "'it has 4,000 posts, or more', 'has 4,000 posts'",
			"'costs $1,000,000 now', 'costs $1,000,000'", "of 40.000 €, of 40.000 €", "mean 0.953 here, mean 0.953",
			"'price $2,345.67 now', 'price $2,345.67 now'", "'sum 12,345.67 EUR', 'sum 12,345.67'",
			"'Preis 2.345,67 Euro', 'Preis 2.345,67 Euro'", "Summe 12’345.60 Fr., Summe 12'345.60 Fr.",
			"at 192.168.0.1 now, at 192.168.0.1 now", "Wi-Fiルーター, wifi", "WiFiルーター, Wi-Fi" })
	void divisionOfOtherFormIsFound(String text, String query) {
		assertThat(isFoundInSomeForm(text, query)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "with fire, wi-fi", "fi wi, wi-fi", "mail, e-mail", "op, co-op", "20261126, 2026-11-26",
			"1921681254, 192.168.1.254", "abcde, a-b-c-d-e", "wifi, wi fi" })
	void otherDivisionIsNotFound(String text, String query) {
		assertThat(isFoundInSomeForm(text, query)).isFalse();
	}

	@Test
	void wholeOfManyPartsIsNoTerm() {
		assertThat(SearchAnalyzer.TEXTS.terms("a-b-c-d-e")).containsExactly("a", "b", "c", "d", "e");
		assertThat(SearchAnalyzer.TEXTS.terms("x".repeat(50) + "-" + "y".repeat(50))).hasSize(2);
	}

	/** Articles and particles that are written together with the word. */
	@ParameterizedTest
	@CsvSource({ "الكتاب, كتاب", "كتاب, الكتاب", "والكتاب, الكتاب", "بالكتاب, كتاب", "للمدرسة, مدرسة",
			"المدرسة, للمدرسة", "مكتبات, مكتبة", "الكِتَابُ, كتاب", "المسلمون, مسلم", "ספרים, ספרים", "הספרים, ספרים",
			"והספרים, ספרים", "והספרים, הספרים", "בבית, בית", "לשלום, שלום", "מירושלים, ירושלים", "שבירושלים, ירושלים",
			"כשהשמש, שהשמש", "בַּבַּיִת, בית" })
	void wordIsFoundWithoutParticles(String text, String query) {
		assertThat(isFound(text, query)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "C and Java, c#", "C++, c#", "C#, c++", "net income, .net", "asp.net, .net", "今天很好, 天气", "気天, 天気",
			"カキ, ガギ", "page#section, page#", "语言c, c#", "用net写, .net", "a + b, a++", "# c, c#", "c ... net, .net",
			"サクラ, さくら", "שלום, שלומ", "天气, 天汽", "אמר \"לא\", אמרלא", "הם 'כן', המכן", "می روم, می‌خواهم",
			"ខ្មែរ, ភាសាខ្មែរ", "เรียน, โรงเรียน", "Mueller, Muller", "queue, quue", "הוא, וא", "שלום, לשלום",
			"1,000,000, 1000", "12.50, 1250", "mail, e-mail", "1 00 000, 100000" })
	void otherTextIsNotFound(String text, String query) {
		assertThat(isFound(text, query)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "🏽", "…", "\u200B", "###", "+++", "\u0301", "ـ", "\uD800" })
	void textWithoutWordsHasNoTerms(String text) {
		assertThat(SearchAnalyzer.TEXTS.terms(text)).isEqualTo(SearchAnalyzer.QUERIES.terms(text)).isEmpty();
	}

	/** Letters of scripts in pairs stand beside others and digits without a space. */
	@ParameterizedTest
	@CsvSource({ "我们去了台北101大樓, 台北101", "今晚去唱卡拉OK吧, 卡拉OK", "東京2020オリンピックの思い出, 東京2020", "小米14手机怎么样, 小米14手机",
			"使用 Docker 部署, 使用Docker", "使用 Docker 部署, 使用 Docker 部署", "安装Windows系统的方法, 安装Windows系统", "아이폰15프로, 아이폰15",
			"ตั้งค่าWindows11ใหม่, ตั้งค่าWindows11", "スーパー・マーケット, スーパー・マーケット", "Java编程, Java编程", "用Python写, 用Python",
			"今天天气很好, 今天天气", "天气, 天", "第3章です, 第3章" })
	void mixedScriptsAreFound(String text, String query) {
		assertThat(isFound(text, query)).isTrue();
	}

	/** Tokenizers take digits for a part of the script before them. */
	@ParameterizedTest
	@CsvSource({ "сеть 5G, 5g", "сеть 5G, сеть 5G", "في 3D الآن, 3d", "(לוגו #2e7d32), 2e7d32", "Windows 10й, 10й",
			"сеть 5GHz и 4K, 4k", "οθόνη 4K, 4k", "हिन्दी 3D, 3d", "한국 3D 프린터, 3d", "ราคา 3D, 3d", "今天 3D 打印, 3d",
			"сеть 5 G, 5 G", "сеть 5, 5", "сеть 5 6, 6", "сеть ٣D, 3d", "10 мая 2-й, 2й" })
	void wordWithNumberIsFoundBesideOtherScript(String text, String query) {
		assertThat(isFound(text, query)).isTrue();
		assertThat(isFound("G " + text, query)).isTrue();
	}

	@Test
	void numberBeforeSpaceIsNoPartOfWord() {
		assertThat(isFoundInSomeForm("сеть 5 G", "5G")).isFalse();
	}

	/** Sentences of the site, in every language. */
	static Stream<Arguments> sentences() throws IOException {
		try (var files = Files.list(Path.of("../../web/src/lib/messages"))) {
			var languages = files.filter((file) -> file.toString().endsWith(".json")).sorted().toList();
			assertThat(languages).hasSizeGreaterThan(7);
			return languages.stream().map((file) -> Arguments.of(file.getFileName().toString(), lines(file)));
		}
	}

	private static List<String> lines(Path file) {
		try {
			var all = Files.readAllLines(file);
			return all.subList(1, all.size() - 1);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("sentences")
	void eachPhraseOfTextIsFoundInIt(String file, List<String> lines) {
		for (var line : lines) {
			var words = line.strip().split("[\\s\\p{Z}]+");
			var places = placed(line);
			for (var from = 0; from < words.length; from++) {
				for (var to = from + 1; to <= Math.min(words.length, from + 3); to++) {
					var phrase = String.join(" ", List.of(words).subList(from, to));
					var forms = SearchAnalyzer.forms(phrase).stream().map(SearchAnalyzer.QUERIES::terms).toList();
					assertThat(forms).as(phrase).anyMatch((form) -> areInOrder(form, places));
				}
			}
		}
	}

	@Test
	void nameWithSignIsAlsoPlainInTexts() {
		assertThat(SearchAnalyzer.TEXTS.terms("C#")).containsExactly("c__35", "c");
		assertThat(SearchAnalyzer.QUERIES.terms("C#")).containsExactly("c__35");
		assertThat(isFound("C# and .NET", "c")).isTrue();
	}

	@Test
	void longTextsHaveBoundedTerms() {
		assertThat(SearchAnalyzer.TEXTS.terms("a".repeat(50_000))).allMatch((term) -> term.length() <= 255);
		assertThat(SearchAnalyzer.TEXTS.terms("a" + "\u0301".repeat(50_000))).allMatch((term) -> term.length() <= 255);
	}

	/** Names are found while they are typed, so their endings stay. */
	@ParameterizedTest
	@CsvSource({ "Browning, browning", "James, james", "Łukasz, lukasz", "José, jose", "Đặng, dang", "Фёдор, федор" })
	void nameKeepsItsEnding(String name, String term) {
		assertThat(SearchAnalyzer.NAMES.terms(name)).isEqualTo(SearchAnalyzer.NAME_QUERIES.terms(name))
			.containsExactly(term);
	}

	private static boolean isFoundInSomeForm(String text, String query) {
		var terms = placed(text);
		return SearchAnalyzer.forms(query)
			.stream()
			.map(SearchAnalyzer.QUERIES::terms)
			.anyMatch((form) -> areInOrder(form, terms));
	}

	/**
	 * Whether a text has the terms of a query at one place after the other, as phrases.
	 */
	private static boolean isFound(String text, String query) {
		var wanted = SearchAnalyzer.QUERIES.terms(query);
		return !wanted.isEmpty() && areInOrder(wanted, placed(text));
	}

	private static boolean areInOrder(List<String> wanted, List<Set<String>> terms) {
		return IntStream.rangeClosed(0, terms.size() - wanted.size())
			.anyMatch((from) -> IntStream.range(0, wanted.size())
				.allMatch((place) -> terms.get(from + place).contains(wanted.get(place))));
	}

	/** The terms of a text at each place. */
	private static List<Set<String>> placed(String text) {
		var places = new ArrayList<Set<String>>();
		try (var tokens = SearchAnalyzer.TEXTS.tokenStream("", text)) {
			var term = tokens.addAttribute(CharTermAttribute.class);
			var position = tokens.addAttribute(PositionIncrementAttribute.class);
			tokens.reset();
			while (tokens.incrementToken()) {
				IntStream.range(0, position.getPositionIncrement()).forEach((_) -> places.add(new HashSet<>()));
				places.getLast().add(term.toString());
			}
			tokens.end();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return places;
	}

}
