package org.parley.webhook.mail.inbound;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** A picture in a mail: within its text, or attached. */
public final class MailPicture {

	/** What media-service accepts. */
	private static final Set<String> TYPES = Set.of("image/jpeg", "image/jpg", "image/png", "image/apng", "image/gif",
			"image/webp", "image/avif", "image/heic", "image/heif", "image/bmp");

	private static final int MAX_SIZE = 10 * 1024 * 1024;

	private static final int MAX_ID = 250;

	private final String contentType;

	private final @Nullable String contentId;

	private final byte[] content;

	private MailPicture(String contentType, @Nullable String contentId, byte[] content) {
		this.contentType = contentType;
		this.contentId = contentId;
		this.content = content;
	}

	/**
	 * Creates a picture; empty if it cannot become a medium.
	 * @param contentType with or without parameters
	 * @param contentId with or without angle brackets; null if it has none
	 */
	static Optional<MailPicture> of(@Nullable String contentType, @Nullable String contentId, byte[] content) {
		var type = (contentType != null) ? contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT) : "";
		var id = (contentId != null) ? contentId.strip().replaceAll("^<|>$", "") : "";
		return (TYPES.contains(type) && content.length > 0 && content.length <= MAX_SIZE)
				? Optional.of(new MailPicture(type, (id.isEmpty() || id.length() > MAX_ID) ? null : id, content))
				: Optional.empty();
	}

	public String contentType() {
		return this.contentType;
	}

	/** The name by which the HTML of the mail shows it; null if it has none. */
	public @Nullable String contentId() {
		return this.contentId;
	}

	/** Its bytes, which are not copied. */
	public byte[] content() {
		return this.content;
	}

	/** Whether a text shows the picture at some place. */
	boolean isShownIn(String html) {
		return this.contentId != null && html.replace("%40", "@").contains("cid:" + this.contentId);
	}

}
