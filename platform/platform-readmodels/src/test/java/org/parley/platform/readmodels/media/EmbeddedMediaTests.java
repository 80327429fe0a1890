package org.parley.platform.readmodels.media;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.contracts.media.MediaKind;
import org.parley.contracts.media.MediaPurpose;
import org.parley.platform.readmodels.media.MediaView.MediaVariantView;

import static org.assertj.core.api.Assertions.assertThat;

class EmbeddedMediaTests {

	private static final String ID = "01KAG5C7D8E9F0G1H2J3K4M5N6";

	private static final String OTHER = "01KAG5C7D8E9F0G1H2J3K4M5N7";

	private static final String TEXT = "<p>See <img src=\"media:" + ID + "\" alt=\"A &#34;cat&#34;\" /> and "
			+ "<img src=\"https://images.example/x.png\" alt=\"media:" + OTHER + "\" /></p>";

	@Test
	void idsAreThoseOfMediaImages() {
		assertThat(EmbeddedMedia.ids(TEXT)).containsExactly(ID);
		assertThat(EmbeddedMedia.ids("<p>&lt;img src=\"media:" + ID + "\"</p>")).isEmpty();
	}

	@Test
	void pictureHasSizeVariantsAndDescription() {
		var html = show(TEXT,
				medium(MediaKind.IMAGE, "its own", file("160", 160), file("640", 640), file("1600", 1600)));
		assertThat(html)
			.startsWith("<p>See <img src=\"https://m.example/640?a=1&amp;b=2\" srcset=\"https://m.example/160")
			.contains("https://m.example/1600?a=1&amp;b=2 1600w\"", " width=\"1600\" height=\"800\"",
					" alt=\"A &#34;cat&#34;\"", " loading=\"lazy\"", " data-blurhash=\"LEHV6n&lt;\"",
					" data-media=\"" + ID + "\"", "https://images.example/x.png");
	}

	@Test
	void variantsThatAreTheSameFileAreNamedOnce() {
		var html = show(TEXT, medium(MediaKind.IMAGE, null, file("160", 160), file("320", 320), file("320", 320)));
		assertThat(html).containsOnlyOnce(" 320w");
	}

	@Test
	void emptyDescriptionIsThatOfMedium() {
		var text = "<img src=\"media:" + ID + "\" alt=\"\" />";
		assertThat(show(text, medium(MediaKind.IMAGE, "\"><b>", file("160", 90))))
			.contains(" alt=\"&quot;&gt;&lt;b&gt;\"", " width=\"90\"")
			.doesNotContain("<b>");
		assertThat(show("<img src=\"media:" + ID + "\" />", medium(MediaKind.IMAGE, null, file("160", 90))))
			.contains(" alt=\"\"");
	}

	@Test
	void movingPictureHasStillOne() {
		assertThat(show(TEXT, medium(MediaKind.GIF, null, file("640", 600), file("poster", 600))))
			.contains("<picture><source media=\"(prefers-reduced-motion: reduce)\" srcset=\"https://m.example/poster")
			.contains("600w\" sizes=");
	}

	@Test
	void videoHasControlsAndPosterAndLoadsNothing() {
		assertThat(show(TEXT, medium(MediaKind.VIDEO, null, file("video", 1280), file("poster", 640)))).contains(
				"<video src=\"https://m.example/video", " poster=\"https://m.example/poster", " controls",
				" preload=\"none\"", " aria-label=\"A &#34;cat&#34;\"");
	}

	@Test
	void placeholderStandsForRemovedMedium() {
		assertThat(EmbeddedMedia.show(TEXT, (id) -> Optional.empty())).doesNotContain("media:" + ID, "cat")
			.contains("<span class=\"media-gone\">[removed]</span>");
	}

	@Test
	void textWithoutMediaIsUnchanged() {
		var text = "<p>media:" + ID + "</p>";
		assertThat(show(text, medium(MediaKind.IMAGE, null))).isSameAs(text);
	}

	private static String show(String html, MediaView medium) {
		return EmbeddedMedia.show(html, (id) -> Optional.ofNullable(Map.of(ID, medium).get(id)));
	}

	private static MediaView medium(MediaKind kind, @Nullable String alt, MediaVariantView... files) {
		return new MediaView(ID, MediaPurpose.FORUM, MediaState.READY, kind, 4000, 2000, "LEHV6n<", null, alt,
				List.of(files), null, null, Instant.EPOCH, 2);
	}

	private static MediaVariantView file(String name, int width) {
		return new MediaVariantView(name, "https://m.example/" + name + "?a=1&b=2", width, width / 2, "image/jpeg", 9);
	}

}
