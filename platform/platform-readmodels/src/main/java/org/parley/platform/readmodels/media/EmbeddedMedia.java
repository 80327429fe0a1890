package org.parley.platform.readmodels.media;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.parley.contracts.media.MediaKind;
import org.parley.platform.readmodels.media.MediaView.MediaVariantView;

import org.springframework.web.util.HtmlUtils;

/**
 * The media within sanitized HTML. It is stored with images whose source is
 * {@code media:<id>}, and gets their addresses whenever it is read, so neither a database
 * nor a cache holds addresses that end.
 */
public final class EmbeddedMedia {

	/** The beginning of every stored image of a medium. */
	public static final String MARK = "<img src=\"media:";

	private static final Pattern IMAGE = Pattern
		.compile(MARK + "([0-7][0-9A-HJKMNP-TV-Z]{25})\"(?: alt=\"([^\"<>]*)\")?[^<>]*>");

	/** The width of the variant for browsers that know no other. */
	private static final int USUAL_WIDTH = 640;

	private static final String SIZES = "(max-width: 54rem) 95vw, 50rem";

	private EmbeddedMedia() {
	}

	/** The ids of the media in stored HTML. */
	public static Set<String> ids(String html) {
		return html.contains(MARK) ? IMAGE.matcher(html)
			.results()
			.map((image) -> image.group(1))
			.collect(Collectors.toCollection(LinkedHashSet::new)) : Set.of();
	}

	/**
	 * Shows the media in stored HTML.
	 * @param media finds a medium with its addresses; a placeholder stands for media that
	 * it does not find
	 */
	public static String show(String html, Function<String, Optional<MediaView>> media) {
		return html.contains(MARK) ? IMAGE.matcher(html)
			.replaceAll((image) -> Matcher.quoteReplacement(media.apply(image.group(1))
				.map((medium) -> element(medium, Objects.requireNonNullElse(image.group(2), "")))
				.orElse("<span class=\"media-gone\">[removed]</span>"))) : html;
	}

	/**
	 * One medium as HTML.
	 * @param described the description in HTML; the medium's own if it is empty
	 */
	private static String element(MediaView medium, String described) {
		var alt = described.isEmpty() ? escaped(Objects.requireNonNullElse(medium.alt(), "")) : described;
		var poster = medium.variants().stream().filter((file) -> file.name().equals("poster")).findFirst();
		var sized = medium.variants()
			.stream()
			.filter((file) -> !file.name().equals("poster"))
			.sorted(Comparator.comparingInt(MediaVariantView::width))
			.toList();
		if (sized.isEmpty()) {
			return alt;
		}
		return (medium.kind() == MediaKind.VIDEO) ? video(medium, sized.getLast(), poster, alt)
				: picture(medium, sized, poster, alt);
	}

	private static String picture(MediaView medium, List<MediaVariantView> sized, Optional<MediaVariantView> still,
			String alt) {
		var usual = sized.stream().filter((file) -> file.width() <= USUAL_WIDTH).toList();
		var image = "<img src=\"%s\" srcset=\"%s\" sizes=\"%s\"%s alt=\"%s\" loading=\"lazy\" decoding=\"async\" />"
			.formatted(escaped((usual.isEmpty() ? sized.getFirst() : usual.getLast()).url()),
					escaped(sized.stream()
						.map((file) -> file.url() + " " + file.width() + "w")
						.distinct()
						.collect(Collectors.joining(", "))),
					SIZES, described(medium, sized.getLast()), alt);
		return still
			.map((file) -> "<picture><source media=\"(prefers-reduced-motion: reduce)\" srcset=\"%s\" />%s</picture>"
				.formatted(escaped(file.url()), image))
			.orElse(image);
	}

	private static String video(MediaView medium, MediaVariantView file, Optional<MediaVariantView> poster,
			String alt) {
		return "<video src=\"%s\"%s%s aria-label=\"%s\" controls preload=\"none\" playsinline></video>".formatted(
				escaped(file.url()), poster.map((still) -> " poster=\"" + escaped(still.url()) + "\"").orElse(""),
				described(medium, file), alt);
	}

	/** What a page needs to reserve the place of a medium before it arrives. */
	private static String described(MediaView medium, MediaVariantView largest) {
		return " width=\"%d\" height=\"%d\" data-media=\"%s\" data-blurhash=\"%s\"".formatted(largest.width(),
				largest.height(), medium.id(), escaped(Objects.requireNonNullElse(medium.blurhash(), "")));
	}

	private static String escaped(String text) {
		return HtmlUtils.htmlEscape(text, "UTF-8");
	}

}
