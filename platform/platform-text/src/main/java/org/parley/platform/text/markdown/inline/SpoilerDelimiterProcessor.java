package org.parley.platform.text.markdown.inline;

import org.commonmark.node.Nodes;
import org.commonmark.parser.delimiter.DelimiterProcessor;
import org.commonmark.parser.delimiter.DelimiterRun;

/** Parses {@code ||words||}. */
final class SpoilerDelimiterProcessor implements DelimiterProcessor {

	@Override
	public char getOpeningCharacter() {
		return '|';
	}

	@Override
	public char getClosingCharacter() {
		return '|';
	}

	@Override
	public int getMinLength() {
		return 2;
	}

	@Override
	public int process(DelimiterRun openingRun, DelimiterRun closingRun) {
		if (openingRun.length() != 2 || closingRun.length() != 2) {
			return 0;
		}
		var opener = openingRun.getOpener();
		var spoiler = new Spoiler();
		for (var node : Nodes.between(opener, closingRun.getCloser())) {
			spoiler.appendChild(node);
		}
		opener.insertAfter(spoiler);
		return 2;
	}

}
