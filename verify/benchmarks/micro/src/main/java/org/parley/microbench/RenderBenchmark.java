package org.parley.microbench;

import java.util.Set;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.parley.platform.text.image.ImageHosts;
import org.parley.platform.text.markdown.Markdown;
import org.parley.platform.text.markdown.RenderedText;

/** Renders a post of about sixty words with a list, a quotation, a link and code. */
@State(Scope.Benchmark)
public class RenderBenchmark {

	private static final String POST = """
			The **second shift** found the same fault that the first had written down, and nobody had read it.

			> Loosen the valve before you close the tap.

			1. Read the notes of the shift before, all of them.
			2. Try [the steps of last week](https://example.org/steps), in this order.
			3. Run `check --all`, and write down what it says even if nothing is wrong.

			It took an hour last time; https://example.org/log has what we saw then, with the times.
			""";

	private final Markdown markdown = new Markdown(new ImageHosts(Set.of()));

	@Benchmark
	public RenderedText renderPost() {
		return this.markdown.render(POST);
	}

}
