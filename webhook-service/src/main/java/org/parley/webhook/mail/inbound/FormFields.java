package org.parley.webhook.mail.inbound;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.util.ByteArrayDataSource;
import org.jspecify.annotations.Nullable;
import org.parley.webhook.mail.inbound.MimeMail.BoundedMultipart;
import tools.jackson.databind.JsonNode;

/**
 * The fields of a form, and the pictures among its files. The first field of a name
 * counts.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7578">RFC 7578</a>
 */
public final class FormFields {

	private static final Pattern PAIRS = Pattern.compile("&");

	private static final int MOST_PAIRS = 1_000;

	private final Map<String, byte[]> fields = new HashMap<>();

	private final Map<String, FormFile> files = new LinkedHashMap<>();

	private FormFields() {
	}

	/** Reads a form; anything else has no fields. */
	public static FormFields of(@Nullable String contentType, byte[] body) {
		var form = new FormFields();
		var request = new MailRequest(contentType, body, "");
		if (request.isOf("multipart/form-data")) {
			form.addParts(Objects.requireNonNull(contentType), body);
		}
		else if (request.isForm()) {
			form.addPairs(new String(body, StandardCharsets.ISO_8859_1));
		}
		return form;
	}

	/** A field in UTF-8; null if it is absent. */
	public @Nullable String find(String name) {
		return find(name, StandardCharsets.UTF_8);
	}

	@Nullable String find(String name, Charset charset) {
		var value = this.fields.get(name);
		return (value != null) ? new String(value, charset) : null;
	}

	/** A field in UTF-8; empty if it is absent. */
	String get(String name) {
		return Objects.requireNonNullElse(find(name), "");
	}

	/** All fields in UTF-8, by name. */
	public Map<String, String> texts() {
		var texts = new TreeMap<String, String>();
		this.fields.forEach((name, value) -> texts.put(name, new String(value, StandardCharsets.UTF_8)));
		return texts;
	}

	/** The bytes of a field; null if it is absent. */
	byte @Nullable [] bytes(String name) {
		return this.fields.get(name);
	}

	/**
	 * The pictures among the files, in their order.
	 * @param names the names of their fields by Content-ID
	 */
	List<MailPicture> pictures(JsonNode names) {
		var ids = new HashMap<String, String>();
		names.propertyStream().forEach((name) -> ids.putIfAbsent(name.getValue().asString(""), name.getKey()));
		return this.files.entrySet()
			.stream()
			.flatMap((file) -> MailPicture
				.of(file.getValue().contentType, ids.get(file.getKey()), file.getValue().content)
				.stream())
			.toList();
	}

	private void addParts(String contentType, byte[] body) {
		try {
			var parts = new BoundedMultipart(new ByteArrayDataSource(body, contentType));
			for (int i = 0; i < parts.getCount(); i++) {
				addPart(parts.getBodyPart(i));
			}
		}
		catch (MessagingException | IOException ex) {
			throw new MalformedMailException(ex);
		}
	}

	private void addPart(BodyPart part) throws MessagingException, IOException {
		var header = part.getHeader("Content-Disposition");
		var disposition = new ContentDisposition((header != null) ? header[0] : "");
		var name = disposition.getParameter("name");
		if (name == null) {
			return;
		}
		try (var value = part.getInputStream()) {
			if (disposition.getParameter("filename") == null) {
				this.fields.putIfAbsent(name, value.readAllBytes());
			}
			else if (part.isMimeType("image/*")) {
				this.files.putIfAbsent(name, new FormFile(part.getContentType(), value.readAllBytes()));
			}
		}
	}

	private void addPairs(String form) {
		Function<String, String> decode = (text) -> {
			try {
				return URLDecoder.decode(text, StandardCharsets.UTF_8);
			}
			catch (IllegalArgumentException ex) {
				return "";
			}
		};
		PAIRS.splitAsStream(form)
			.limit(MOST_PAIRS)
			.map((pair) -> pair.split("=", 2))
			.filter((pair) -> pair.length == 2)
			.forEach((pair) -> this.fields.putIfAbsent(decode.apply(pair[0]),
					decode.apply(pair[1]).getBytes(StandardCharsets.UTF_8)));
	}

	/** A file of a form. */
	private static final class FormFile {

		private final String contentType;

		private final byte[] content;

		FormFile(String contentType, byte[] content) {
			this.contentType = contentType;
			this.content = content;
		}

	}

}
