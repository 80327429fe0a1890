package org.parley.notification.mail.reply;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words that mail programs add around quoted mails and below answers, in the
 * languages of the web client and more. Libraries for this exist for other platforms
 * only.
 */
final class MailPhrases {

	/** The labels of a quoted mail's header. */
	private static final Set<String> LABELS = Set.of("from", "sent", "date", "to", "cc", "subject", "reply-to", "von",
			"gesendet", "datum", "an", "betreff", "de", "envoyé", "envoyé le", "à", "objet", "enviado", "enviado el",
			"enviada", "fecha", "para", "asunto", "enviada em", "enviado em", "data", "assunto", "差出人", "送信日時", "日時",
			"送信元", "送信日", "宛先", "件名", "送信者", "日付", "من", "تاريخ الإرسال", "تم الإرسال", "التاريخ", "إلى", "الموضوع",
			"kimden", "gönderen", "gönderildi", "gönderme", "gönderilme tarihi", "gönderme tarihi", "tarih", "kime",
			"konu", "da", "inviato", "a", "oggetto", "van", "verzonden", "aan", "onderwerp", "发件人", "发送时间", "发件时间",
			"发送日期", "日期", "时间", "收件人", "抄送", "抄送人", "主题", "寄件者", "寄件人", "寄件日期", "傳送時間", "收件者", "副本", "主旨", "보낸 사람",
			"보낸사람", "보낸 날짜", "보낸날짜", "날짜", "받는 사람", "받는사람", "참조", "제목", "от", "от кого", "отправитель", "отправлено",
			"дата", "дата отправки", "кому", "получатель", "копия", "тема", "від", "надіслано", "відправлено", "копія",
			"od", "nadawca", "wysłano", "wysłane", "do", "dw", "temat", "från", "skickat", "till", "kopia", "ämne",
			"fra", "sendt", "dato", "til", "kopi", "emne", "lähettäjä", "lähetetty", "päivämäärä", "vastaanottaja",
			"kopio", "aihe", "odesláno", "komu", "kopie", "předmět", "feladó", "elküldve", "küldve", "dátum", "címzett",
			"másolatot kap", "tárgy", "από", "στάλθηκε", "ημερομηνία", "προς", "θέμα", "מאת", "נשלח", "תאריך", "אל",
			"נושא");

	/** Announcements of meetings have a subject and a time, but no sender. */
	private static final Set<String> SENDER = Set.of("from", "von", "de", "差出人", "送信元", "送信者", "من", "kimden",
			"gönderen", "da", "van", "发件人", "寄件者", "寄件人", "보낸 사람", "보낸사람", "от", "от кого", "отправитель", "від", "od",
			"nadawca", "från", "fra", "lähettäjä", "feladó", "από", "מאת");

	private static final Set<String> SUBJECTS = Set.of("subject", "betreff", "objet", "asunto", "assunto", "件名",
			"الموضوع", "konu", "oggetto", "onderwerp", "主题", "主旨", "제목", "тема", "temat", "ämne", "emne", "aihe",
			"předmět", "tárgy", "θέμα", "נושא");

	/** The words of the line above a quoted mail, and what that line may begin with. */
	private static final Map<String, String> ATTRIBUTIONS = Map.ofEntries(Map.entry("wrote", "on "),
			Map.entry("schrieb", "am "), Map.entry("folgendes geschrieben", "am "), Map.entry("a écrit", "le "),
			Map.entry("escribió", "el "), Map.entry("escreveu", "em "), Map.entry("ha scritto", "il "),
			Map.entry("schreef", "op "), Map.entry("yazdı", ""), Map.entry("كتب", "في "),
			Map.entry("تمت كتابة ما يلي", "في "), Map.entry("のメール", ""), Map.entry("書きました", ""), Map.entry("写道", ""),
			Map.entry("寫道", ""), Map.entry("님이 작성", ""), Map.entry("пишет", ""), Map.entry("написал", ""),
			Map.entry("пише", ""), Map.entry("pisze", "w dniu "), Map.entry("napisał", "w dniu "),
			Map.entry("skrev", "den "), Map.entry("kirjoitti", ""), Map.entry("napsal", "dne "), Map.entry("írta", ""));

	private static final Pattern TIME = Pattern.compile("\\p{Nd}{1,2}[:.h]\\p{Nd}{2}");

	private static final Pattern ADDRESS = Pattern
		.compile("[<(\\[] ?[^<>()\\[\\]\\s]{1,64}@[^<>()\\[\\]\\s]{1,255}[>)\\]]");

	/** The words of the line of older mail programs. */
	private static final Set<String> SEPARATORS = Set.of("original message", "original-nachricht",
			"ursprüngliche nachricht", "originalnachricht", "message d'origine", "message d’origine",
			"message original", "mensaje original", "mensagem original", "messaggio originale",
			"oorspronkelijk bericht", "元のメッセージ", "元のメール", "الرسالة الأصلية", "رسالة أصلية", "orijinal ileti",
			"orijinal mesaj", "özgün ileti", "forwarded message", "weitergeleitete nachricht", "message transféré",
			"mensaje reenviado", "mensagem encaminhada", "転送メッセージ", "رسالة معاد توجيهها", "iletilen mesaj",
			"messaggio inoltrato", "doorgestuurd bericht", "原始邮件", "原邮件", "回复的原邮件", "转发的邮件", "转发邮件信息", "转发邮件", "原始郵件",
			"原始訊息", "轉寄郵件", "轉寄的郵件", "원본 메시지", "원본메시지", "원본 메일", "전달된 메시지", "исходное сообщение",
			"оригинальное сообщение", "пересылаемое сообщение", "пересланное сообщение", "оригінальне повідомлення",
			"переслане повідомлення", "oryginalna wiadomość", "wiadomość oryginalna", "wiadomość przekazana",
			"ursprungligt meddelande", "originalmeddelande", "vidarebefordrat meddelande", "oprindelig meddelelse",
			"original meddelelse", "videresendt meddelelse", "opprinnelig melding", "videresendt melding",
			"alkuperäinen viesti", "původní zpráva", "původní e-mail", "eredeti üzenet", "αρχικό μήνυμα",
			"הודעה מקורית");

	/** What programs of phones add below begins so. */
	private static final List<String> SENT_FROM = List.of("sent from ", "sent via ", "sent with ", "get outlook for ",
			"von meinem ", "von meiner ", "von yahoo ", "gesendet von ", "gesendet mit ", "gesendet über ",
			"diese nachricht wurde von ", "holen sie sich outlook ", "outlook für ", "envoyé de ", "envoyé depuis ",
			"envoyé à partir de ", "envoyé avec ", "télécharger outlook ", "obtenez outlook ", "obtenir outlook ",
			"enviado desde ", "enviado con ", "enviado do ", "enviado de ", "enviado a partir ", "enviado com ",
			"enviado por ", "obtener outlook ", "descargar outlook ", "obter o outlook ", "obtenha o outlook ",
			"baixar o outlook ", "inviato da ", "verzonden vanaf ", "أُرسلت من ", "أرسلت من ", "مرسل من ",
			"تم الإرسال من ", "تم إرساله من ", "احصل على ", "الحصول على ");

	/** Or ends so. */
	private static final List<String> FROM_SENT = List.of("から送信", "を入手", "で送信", "から送信されました", "で送信されました", "gönderildi",
			"edinin", "alın", "gesendet");

	/** The devices and programs of which that speaks. */
	private static final List<String> SENDERS = List.of("iphone", "ipad", "ipod", "android", "galaxy", "samsung",
			"huawei", "xiaomi", "redmi", "pixel", "oneplus", "blackberry", "windows", "outlook", "mail", "courrier",
			"correo", "posta", "yahoo", "proton", "k-9", "gmx", "mobil", "handy", "telefon", "phone", "téléphone",
			"teléfono", "celular", "móvil", "telemóvel", "tablet", "هاتف", "جوال", "携帯", "スマートフォン");

	private static final int LONGEST_LABEL = 20;

	private static final int LONGEST_LINE = 600;

	private static final int LONGEST_SENT_FROM = 140;

	/** Of dashes and lines in all scripts. */
	private static final String DASHES = "-_‐‑–—―─ ";

	private MailPhrases() {
	}

	/** Whether a line stands between an answer and the mail that is answered. */
	static boolean isSeparator(String line) {
		var words = trim(plain(line), DASHES);
		return SEPARATORS.contains(words) && plain(line).length() >= words.length() + 4;
	}

	/** Whether a line begins with a label of a header. */
	static boolean isLabelled(String line) {
		return LABELS.contains(label(line));
	}

	/** Whether lines with labels have an address, or both a subject and a sender. */
	static boolean areOfMail(List<String> lines) {
		return lines.stream().anyMatch((line) -> line.indexOf('@') >= 0)
				|| (lines.stream().map(MailPhrases::label).anyMatch(SUBJECTS::contains)
						&& lines.stream().map(MailPhrases::label).anyMatch(SENDER::contains));
	}

	/** The text before the first colon; empty if that is too long for a label. */
	private static String label(String line) {
		var text = trim(plain(line), "*_> ");
		var end = text.replace('：', ':').indexOf(':');
		return (end > 0 && end <= LONGEST_LABEL) ? trim(text.substring(0, end), "*_ ") : "";
	}

	/**
	 * Whether a line says who has written the mail below. Text that is not quoted may be
	 * the author's own, so more is needed above it.
	 */
	static boolean isAttribution(String line, boolean isAboveQuote) {
		var text = trim(plain(line), "> ");
		if (text.length() > LONGEST_LINE || !(text.endsWith(":") || text.endsWith("："))) {
			return false;
		}
		var hasAddress = ADDRESS.matcher(text).find();
		if (isAboveQuote && hasAddress) {
			return true;
		}
		var isDated = TIME.matcher(text).find() || text.indexOf('@') >= 0;
		return ATTRIBUTIONS.entrySet()
			.stream()
			.filter((words) -> text.contains(words.getKey()))
			.anyMatch((words) -> hasAddress || (begins(text, words.getValue()) && (isAboveQuote || isDated))
					|| (isAboveQuote && text.chars().anyMatch(Character::isDigit)));
	}

	private static boolean begins(String text, String words) {
		return !words.isEmpty() && text.startsWith(words);
	}

	/** Whether a line begins as attributions in some languages do. */
	static boolean isStartOfAttribution(String line) {
		var text = trim(plain(line), "> ");
		return ATTRIBUTIONS.values().stream().anyMatch((words) -> begins(text, words));
	}

	/** Whether no attribution goes on below a line. */
	static boolean isEndOfSentence(String line) {
		return !line.isEmpty() && ".!?。！？؟".indexOf(line.charAt(line.length() - 1)) >= 0;
	}

	/** Whether a program adds such a line below what people write. */
	static boolean isSentFrom(String line) {
		var text = trim(plain(line), "* <>[]");
		return text.length() <= LONGEST_SENT_FROM && SENDERS.stream().anyMatch(text::contains)
				&& (SENT_FROM.stream().anyMatch(text::startsWith)
						|| FROM_SENT.stream().anyMatch(trim(text, ".。")::endsWith));
	}

	/** The text without some characters at its ends. */
	static String trim(String text, String characters) {
		var start = 0;
		var end = text.length();
		while (start < end && characters.indexOf(text.charAt(start)) >= 0) {
			start++;
		}
		while (end > start && characters.indexOf(text.charAt(end - 1)) >= 0) {
			end--;
		}
		return text.substring(start, end);
	}

	/** The line in lower case, without marks of direction and the dot of a Turkish İ. */
	private static String plain(String line) {
		return line.toLowerCase(Locale.ROOT)
			.codePoints()
			.filter((character) -> Character.getType(character) != Character.FORMAT && character != 0x307)
			.mapToObj(Character::toString)
			.collect(Collectors.joining())
			.strip();
	}

}
