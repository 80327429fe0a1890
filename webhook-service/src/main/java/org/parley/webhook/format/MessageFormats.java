package org.parley.webhook.format;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.parley.platform.text.markdown.Markdown;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** All formats; the first is the payload as documented. */
@Component
public class MessageFormats {

	/** The format of programs, which is signed as Standard Webhooks. */
	public static final String STANDARD = "standard";

	private final Map<String, MessageFormat> byName;

	private final Markdown markdown;

	private final String site;

	MessageFormats(List<MessageFormat> formats, Markdown markdown, @Value("${parley.public-url}") String site) {
		this.byName = new TreeMap<>(
				formats.stream().collect(Collectors.toMap(MessageFormat::name, Function.identity())));
		this.markdown = markdown;
		this.site = site;
	}

	/** Whether a format has this name. */
	public boolean isKnown(String name) {
		return name.equals(STANDARD) || this.byName.containsKey(name);
	}

	/** Returns the names of all formats. */
	public String names() {
		return STANDARD + ", " + String.join(", ", this.byName.keySet());
	}

	/** Returns the body of a message with this payload. */
	public byte[] body(String format, String payload) {
		if (format.equals(STANDARD)) {
			return payload.getBytes(StandardCharsets.UTF_8);
		}
		var announcement = Announcement.of(JsonMapper.shared().readTree(payload), this.site, this.markdown);
		return Objects.requireNonNull(this.byName.get(format), format)
			.body(announcement)
			.toString()
			.getBytes(StandardCharsets.UTF_8);
	}

}
