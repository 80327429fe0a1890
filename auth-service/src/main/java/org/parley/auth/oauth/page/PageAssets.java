package org.parley.auth.oauth.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Sha256;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.WebUtils;

/**
 * Style sheet, colours, scripts and icon of our pages. Their names contain a hash of the
 * content, so browsers cache them for good. During an update another instance may have
 * written the page, with another hash: it gets the file of this one, which is not cached.
 */
@Page
class PageAssets {

	static final String PATH = "/oauth2/assets/";

	/** Set by the web client. */
	private static final String THEME = "parley_theme";

	/** Those that the style sheet knows beside that of the device. */
	private static final Set<String> THEMES = Set.of("light", "dark");

	private static final Pattern NAME = Pattern.compile("([a-z-]{1,20})\\.[0-9a-f]{12}\\.([a-z]{1,4})");

	private static final CacheControl FOR_GOOD = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

	private final Asset style = Asset.of("style", "css", "text/css", read("base.css") + read("style.css"));

	private final Asset passkey = Asset.of("passkey", "js", "text/javascript", read("passkey.js"));

	private final Asset formPost = Asset.of("form-post", "js", "text/javascript", read("form-post.js"));

	private final Asset once = Asset.of("once", "js", "text/javascript", read("once.js"));

	private final Asset icon = Asset.of("icon", "svg", "image/svg+xml", read("icon.svg"));

	private final Map<String, Asset> byFile = Stream.of(this.style, this.passkey, this.formPost, this.once, this.icon)
		.collect(Collectors.toUnmodifiableMap(Asset::file, Function.identity()));

	private final HttpServletRequest request;

	/**
	 * Creates the assets.
	 * @param request stands for the current one
	 */
	PageAssets(HttpServletRequest request) {
		this.request = request;
	}

	public String style() {
		return this.style.path();
	}

	public String passkey() {
		return this.passkey.path();
	}

	public String formPost() {
		return this.formPost.path();
	}

	public String once() {
		return this.once.path();
	}

	public String icon() {
		return this.icon.path();
	}

	/**
	 * Returns the colours that the reader has chosen in the web client, if not those of
	 * the device.
	 */
	public @Nullable String theme() {
		var chosen = WebUtils.getCookie(this.request, THEME);
		return (chosen != null && THEMES.contains(chosen.getValue())) ? chosen.getValue() : null;
	}

	@GetMapping(PATH + "{name}")
	ResponseEntity<byte[]> asset(@PathVariable String name) {
		var asked = NAME.matcher(name);
		var asset = asked.matches() ? this.byFile.get(asked.group(1) + "." + asked.group(2)) : null;
		if (asset == null) {
			return ResponseEntity.notFound().build();
		}
		return ResponseEntity.ok()
			.contentType(asset.type())
			.cacheControl(asset.name().equals(name) ? FOR_GOOD : CacheControl.noStore())
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
	 * @param name that of the file, with part of the content's hash
	 */
	private record Asset(String file, String name, MediaType type, String content) {

		static Asset of(String name, String suffix, String type, String content) {
			var hash = Sha256.hex(content).substring(0, 12);
			return new Asset(name + "." + suffix, "%s.%s.%s".formatted(name, hash, suffix),
					new MediaType(MediaType.parseMediaType(type), StandardCharsets.UTF_8), content);
		}

		String path() {
			return PATH + this.name;
		}

	}

}
