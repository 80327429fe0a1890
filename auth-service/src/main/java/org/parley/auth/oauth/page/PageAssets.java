package org.parley.auth.oauth.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import org.parley.platform.domain.Sha256;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Style sheet, scripts and icon of our pages. Their names contain a hash of the content,
 * so browsers cache them for good.
 */
@Page
class PageAssets {

	static final String PATH = "/oauth2/assets/";

	private final String style;

	private final String passkey;

	private final String formPost;

	private final String icon;

	private final Map<String, Asset> assets;

	PageAssets() {
		var css = Asset.of("style", "css", "text/css", read("base.css") + read("style.css"));
		var script = Asset.of("passkey", "js", "text/javascript", read("passkey.js"));
		var image = Asset.of("icon", "svg", "image/svg+xml", read("icon.svg"));
		this.style = css.name();
		this.passkey = script.name();
		this.icon = image.name();
		var submit = Asset.of("form-post", "js", "text/javascript", read("form-post.js"));
		this.formPost = submit.name();
		this.assets = Map.of(css.name(), css, script.name(), script, submit.name(), submit, image.name(), image);
	}

	public String style() {
		return PATH + this.style;
	}

	public String passkey() {
		return PATH + this.passkey;
	}

	public String formPost() {
		return PATH + this.formPost;
	}

	public String icon() {
		return PATH + this.icon;
	}

	@GetMapping(PATH + "{name}")
	ResponseEntity<byte[]> asset(@PathVariable String name) {
		var asset = this.assets.get(name);
		if (asset == null) {
			return ResponseEntity.notFound().build();
		}
		return ResponseEntity.ok()
			.contentType(asset.type())
			.cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
			.body(asset.content().getBytes(StandardCharsets.UTF_8));
	}

	private static String read(String file) {
		try {
			return new ClassPathResource("oauth/" + file).getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A file.
	 *
	 * @param name with part of the content's hash
	 */
	private record Asset(String name, MediaType type, String content) {

		static Asset of(String name, String suffix, String type, String content) {
			var hash = Sha256.hex(content).substring(0, 12);
			return new Asset("%s.%s.%s".formatted(name, hash, suffix),
					new MediaType(MediaType.parseMediaType(type), StandardCharsets.UTF_8), content);
		}

	}

}
