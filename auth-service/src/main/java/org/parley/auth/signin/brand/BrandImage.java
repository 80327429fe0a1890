package org.parley.auth.signin.brand;

import java.util.Base64;
import java.util.Set;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.Sha256;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A picture of the brand.
 *
 * @param kind which one, its id
 * @param type media type, found from the content
 * @param content the file in Base64
 * @param version part of the content's hash
 */
@Document("brand_images")
public record BrandImage(@Id String kind, String type, String content, String version) {

	static final Set<String> KINDS = Set.of("logo", "logo-dark", "icon");

	/**
	 * Reads a picture.
	 * @param content the file in Base64
	 * @throws RefusalException 400 {@code brand.not-a-picture} about the content
	 */
	static BrandImage of(String kind, String content) {
		var bytes = decode(content);
		var type = PictureType.of(bytes)
			.orElseThrow(
					() -> RefusalException.field("content", "brand.not-a-picture", "must be a PNG, JPEG, WebP or SVG"));
		var shown = Base64.getEncoder().encodeToString(type.withNamespace(bytes));
		return new BrandImage(kind, type.mediaType(), shown, Sha256.hex(shown).substring(0, 12));
	}

	byte[] bytes() {
		return decode(this.content);
	}

	private static byte[] decode(String content) {
		try {
			return Base64.getDecoder().decode(content);
		}
		catch (IllegalArgumentException ex) {
			throw RefusalException.field("content", "brand.not-a-picture", "must be Base64");
		}
	}

}
