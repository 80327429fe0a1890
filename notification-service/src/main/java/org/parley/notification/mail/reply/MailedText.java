package org.parley.notification.mail.reply;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.parley.contracts.mail.MailReceived;

/**
 * What the author of a mail has written, without the quoted mail and the signature.
 * Quotes between answers stay: they are quotes in Markdown, too.
 */
final class MailedText {

	/** The labels of a quoted mail's header, in the languages of mail programs. */
	private static final Set<String> LABELS = Set.of("from", "sent", "date", "to", "cc", "subject", "reply-to", "von",
			"gesendet", "datum", "an", "betreff", "de", "envoyé", "à", "objet", "enviado", "enviado el", "fecha",
			"para", "asunto", "enviada em", "enviado em", "data", "assunto", "差出人", "送信日時", "日時", "宛先", "件名", "送信者",
			"日付", "من", "تاريخ الإرسال", "التاريخ", "إلى", "الموضوع", "kimden", "gönderen", "gönderilme tarihi",
			"tarih", "kime", "konu", "da", "inviato", "a", "oggetto", "van", "verzonden", "aan", "onderwerp");

	/** The words of the line above a quoted mail, and what that line begins with. */
	private static final Map<String, String> ATTRIBUTIONS = Map.ofEntries(Map.entry("wrote", "on "),
			Map.entry("schrieb", "am "), Map.entry("a écrit", "le "), Map.entry("escribió", "el "),
			Map.entry("escreveu", ""), Map.entry("ha scritto", "il "), Map.entry("schreef", "op "),
			Map.entry("yazdı", ""), Map.entry("كتب", ""), Map.entry("のメール", ""), Map.entry("書きました", ""));

	/** The words of the line of older mail programs. */
	private static final Set<String> SEPARATORS = Set.of("original message", "original-nachricht",
			"ursprüngliche nachricht", "message d'origine", "message d’origine", "mensaje original",
			"mensagem original", "messaggio originale", "oorspronkelijk bericht", "元のメッセージ", "الرسالة الأصلية",
			"orijinal ileti", "özgün ileti", "forwarded message", "weitergeleitete nachricht", "message transféré",
			"mensaje reenviado", "mensagem encaminhada");

	/** What programs of phones add below begins so. */
	private static final List<String> SENT_FROM = List.of("sent from my ", "sent from mail", "sent from yahoo",
			"sent from outlook", "sent from proton", "sent with ", "get outlook for ", "von meinem ", "gesendet von ",
			"gesendet mit ", "diese nachricht wurde von meinem ", "holen sie sich outlook ", "outlook für ",
			"envoyé de ", "envoyé depuis ", "envoyé à partir de ", "télécharger outlook ", "obtenez outlook ",
			"enviado desde ", "enviado do ", "enviado de ", "enviado a partir ", "obtener outlook ", "obter o outlook ",
			"obtenha o outlook ", "inviato da ", "verzonden vanaf ", "أُرسلت من ", "تم الإرسال من ",
			"احصل على outlook ");

	/** Or ends so. */
	private static final List<String> FROM_SENT = List.of("から送信", "を入手", " gönderildi", " edinin");

	private static final int LONGEST_LABEL = 20;

	private static final int SHORTEST_RULE = 10;

	private static final int LONGEST_ATTRIBUTION = 4;

	private static final int LONGEST_LINE = 600;

	private static final int LINES_OF_HEADER = 3;

	private static final int LINES_BELOW = 4;

	private MailedText() {
	}

	static String of(MailReceived mail) {
		return of((mail.html() != null) ? HtmlText.of(mail.html()) : mail.text());
	}

	static String of(String mail) {
		var lines = printable(mail).lines().map(String::stripTrailing).toList();
		lines = withoutQuotedMail(lines);
		lines = withoutQuotesAround(withoutSignature(lines));
		lines = withoutSignature(lines);
		return String.join("\n", lines).strip();
	}

	private static String printable(String mail) {
		var text = new StringBuilder(mail.length());
		mail.replace("\r\n", "\n").codePoints().map((character) -> switch (character) {
			case 0xA0, 0x2007, 0x202F -> ' ';
			default -> character;
		})
			.filter((character) -> character == '\n' || character == '\t'
					|| (!Character.isISOControl(character) && Character.getType(character) != Character.SURROGATE))
			.forEach(text::appendCodePoint);
		return text.toString();
	}

	/** Cuts where a quoted mail begins that has no angle brackets. */
	private static List<String> withoutQuotedMail(List<String> lines) {
		for (int i = 0; i < lines.size(); i++) {
			if (isSeparator(lines.get(i)) || isHeader(lines, i) || (isRule(lines.get(i)) && isHeader(lines, i + 1))
					|| isAttribution(lines, i)) {
				return lines.subList(0, i);
			}
		}
		return lines;
	}

	private static boolean isSeparator(String line) {
		var words = trim(line, "-_ ").toLowerCase(Locale.ROOT);
		return SEPARATORS.contains(words) && (line.contains("--") || line.contains("__"));
	}

	private static boolean isRule(String line) {
		return line.length() >= SHORTEST_RULE && (trim(line, "_").isEmpty() || trim(line, "-").isEmpty());
	}

	/** At least three lines with labels, of which the first stands here. */
	private static boolean isHeader(List<String> lines, int start) {
		return start < lines.size() && isLabelled(lines.get(start))
				&& lines.stream()
					.skip(start)
					.filter((line) -> !line.isBlank())
					.limit(LINES_OF_HEADER)
					.filter(MailedText::isLabelled)
					.count() == LINES_OF_HEADER;
	}

	private static boolean isLabelled(String line) {
		var text = trim(line, "> *_");
		var end = text.replace('：', ':').indexOf(':');
		return end > 0 && end <= LONGEST_LABEL
				&& LABELS.contains(trim(text.substring(0, end), " *_").toLowerCase(Locale.ROOT));
	}

	/** The text without some characters at its ends. */
	private static String trim(String text, String characters) {
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

	/** An attribution above text that is not quoted; the others are handled with it. */
	private static boolean isAttribution(List<String> lines, int start) {
		var end = endOfAttribution(lines, start);
		return end > start && !isQuote(firstText(lines, end));
	}

	/** The line behind an attribution that begins here; the line itself if none does. */
	private static int endOfAttribution(List<String> lines, int start) {
		var text = "";
		for (int i = start; i < Math.min(lines.size(), start + LONGEST_ATTRIBUTION); i++) {
			if (lines.get(i).isBlank()) {
				return start;
			}
			text = text.isEmpty() ? lines.get(i).strip() : text + " " + lines.get(i).strip();
			if (isAnnouncing(text) && isAttribution(text)) {
				return i + 1;
			}
		}
		return start;
	}

	/** Words of an attribution, and a date or an address. */
	private static boolean isAttribution(String line) {
		var text = trim(line, "> ").toLowerCase(Locale.ROOT);
		return text.length() <= LONGEST_LINE
				&& text.chars().anyMatch((character) -> character == '@' || Character.isDigit(character))
				&& ATTRIBUTIONS.entrySet()
					.stream()
					.anyMatch((words) -> text.startsWith(words.getValue()) && text.contains(words.getKey()));
	}

	/** Removes quotes above and below the answer, with the lines that announce them. */
	private static List<String> withoutQuotesAround(List<String> lines) {
		var end = lines.size();
		var last = lastText(lines, end);
		if (last >= 0 && isQuote(lines.get(last))) {
			end = last;
			while (end > 0 && (lines.get(end - 1).isBlank() || isQuote(lines.get(end - 1)))) {
				end--;
			}
			end = startOfAnnouncement(lines, end);
		}
		return withoutQuoteAbove(lines.subList(0, end));
	}

	private static List<String> withoutQuoteAbove(List<String> lines) {
		for (int i = 0; i < lines.size(); i++) {
			var end = endOfAttribution(lines, i);
			if (end > i && isQuote(firstText(lines, end))) {
				var answer = end;
				while (answer < lines.size() && (lines.get(answer).isBlank() || isQuote(lines.get(answer)))) {
					answer++;
				}
				return (lastText(lines, i) < 0) ? lines.subList(answer, lines.size()) : lines;
			}
		}
		return lines;
	}

	/** The lines directly above a quote that end with a colon, in any language. */
	private static int startOfAnnouncement(List<String> lines, int end) {
		if (end == 0 || !isAnnouncing(lines.get(end - 1))) {
			return end;
		}
		for (int start = end - 1; start >= Math.max(0, end - LONGEST_ATTRIBUTION); start--) {
			if (endOfAttribution(lines, start) == end) {
				return start;
			}
		}
		return (lines.get(end - 1).indexOf('@') >= 0) ? end - 1 : end;
	}

	private static boolean isAnnouncing(String line) {
		var end = line.stripTrailing();
		return end.endsWith(":") || end.endsWith("：");
	}

	private static List<String> withoutSignature(List<String> lines) {
		var below = lastText(lines, lines.size());
		for (int i = 0; i < lines.size(); i++) {
			if (lines.get(i).equals("--") || (lines.get(i).equals("—") && i > 0)) {
				return lines.subList(0, i);
			}
			if (below - i < LINES_BELOW && isSentFrom(lines.get(i).strip().toLowerCase(Locale.ROOT))) {
				return lines.subList(0, i);
			}
		}
		return lines;
	}

	private static boolean isSentFrom(String line) {
		return SENT_FROM.stream().anyMatch(line::startsWith) || FROM_SENT.stream().anyMatch(line::endsWith);
	}

	private static boolean isQuote(String line) {
		return line.stripLeading().startsWith(">");
	}

	/** The first line with text; empty if there is none. */
	private static String firstText(List<String> lines, int start) {
		return lines.stream().skip(start).filter((line) -> !line.isBlank()).findFirst().orElse("");
	}

	/** The last line with text before another; -1 if there is none. */
	private static int lastText(List<String> lines, int end) {
		var last = end - 1;
		while (last >= 0 && lines.get(last).isBlank()) {
			last--;
		}
		return last;
	}

}
