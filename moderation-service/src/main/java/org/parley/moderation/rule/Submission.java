package org.parley.moderation.rule;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.google.re2j.Pattern;
import org.parley.platform.text.image.ImageHosts;
import org.parley.platform.text.markdown.Markdown;

/**
 * The input of the rules: a text, its place and a fact about its author. Words and links
 * are found in the Markdown as it is written and in what readers see, so that markup
 * inside of a word hides nothing.
 *
 * @param written the text, with the title for a first post
 * @param shown the text as readers see it; the same if it has no markup
 * @param links the number of its links
 * @param categoryId the id of the forum category
 * @param newcomer whether the author is no moderator and has an account that is younger
 * than an age; read only where a rule asks
 */
public record Submission(SubmittedText written, SubmittedText shown, int links, String categoryId,
		Predicate<Duration> newcomer) {

	private static final Markdown MARKDOWN = new Markdown(new ImageHosts(Set.of()));

	private static final Pattern MARKUP = Pattern.compile("[\\\\&*_~`<\\[|:]");

	/** The signs of spoilers, whose words readers see, too. */
	private static final Pattern SPOILERS = Pattern.compile("\\|\\||>!");

	public static Submission of(String text, String categoryId, Predicate<Duration> newcomer) {
		var written = new SubmittedText(text, NormalizedText.of(text), LinkFinder.hosts(text));
		if (!MARKUP.matcher(text).find()) {
			return new Submission(written, written, LinkFinder.countLinks(text), categoryId, newcomer);
		}
		var rendered = MARKDOWN.render(SPOILERS.matcher(text).replaceAll(""));
		var targets = LinkFinder.targets(rendered.html());
		var shown = new SubmittedText(rendered.plainText(), NormalizedText.of(rendered.plainText()),
				LinkFinder.hosts(rendered.plainText() + " " + String.join(" ", targets)));
		return new Submission(written, shown, Math.max(LinkFinder.countLinks(text), targets.size()), categoryId,
				newcomer);
	}

	/** The text in both forms. */
	Stream<SubmittedText> texts() {
		return this.shown.equals(this.written) ? Stream.of(this.written) : Stream.of(this.written, this.shown);
	}

	/** A fingerprint that is similar for texts with similar words. */
	public String fingerprint() {
		return this.written.words().fingerprint().encoded();
	}

	/** Whether two fingerprints are of texts that count as the same. */
	public static boolean areSimilar(String fingerprint, String other) {
		return SimilarityHash.parse(fingerprint)
			.flatMap((own) -> SimilarityHash.parse(other).map(own::isSimilarTo))
			.orElse(fingerprint.equals(other));
	}

	boolean isNewcomer(Duration age) {
		return this.newcomer.test(age);
	}

	/**
	 * A form of the text.
	 *
	 * @param hosts the names of hosts
	 */
	record SubmittedText(String text, NormalizedText words, List<String> hosts) {
	}

}
