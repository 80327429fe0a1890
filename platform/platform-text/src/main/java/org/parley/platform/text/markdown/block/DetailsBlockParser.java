package org.parley.platform.text.markdown.block;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Parses {@code <details>} up to the line that ends with {@code </details>}. The blocks
 * between are Markdown, with and without blank lines around them.
 */
final class DetailsBlockParser extends AbstractBlockParser {

	static final int CODE_INDENT = 4;

	/** The end tag in a paragraph whose line it ends. */
	static final String END = "</details>";

	private static final Pattern START = Pattern
		.compile("(?i)<details(\\s+open(?:=(?:\"\"|\"open\"|open))?)?\\s*>\\s*");

	private final DetailsBlock block;

	private DetailsBlockParser(boolean open) {
		this.block = new DetailsBlock(open);
	}

	@Override
	public Block getBlock() {
		return this.block;
	}

	@Override
	public boolean isContainer() {
		return true;
	}

	@Override
	public boolean canContain(Block child) {
		return true;
	}

	@Override
	public BlockContinue tryContinue(ParserState state) {
		if (this.block.hasEnded()) {
			return BlockContinue.none();
		}
		if (endsHere(state)) {
			var line = state.getLine().getContent().toString();
			if (line.substring(state.getNextNonSpaceIndex()).strip().equalsIgnoreCase(END)) {
				return BlockContinue.finished();
			}
			this.block.end();
		}
		return BlockContinue.atIndex(state.getIndex());
	}

	/** Whether a line ends these details, and not only code or details inside of them. */
	private boolean endsHere(ParserState state) {
		var ends = countEnds(state.getLine());
		if (ends == 0 || start(state).lookingAt()) {
			return false;
		}
		for (Node inner = state.getActiveBlockParser().getBlock(); inner != this.block
				&& inner != null; inner = inner.getParent()) {
			var continuesCode = inner instanceof IndentedCodeBlock && state.getIndent() >= CODE_INDENT;
			if (continuesCode || inner instanceof FencedCodeBlock) {
				return false;
			}
			if (inner instanceof DetailsBlock details && !details.hasEnded()) {
				ends--;
			}
		}
		return ends > 0;
	}

	private static Matcher start(ParserState state) {
		var line = state.getLine().getContent();
		return START.matcher(line).region(state.getNextNonSpaceIndex(), line.length());
	}

	/** The number of end tags at the end of a line. */
	private static int countEnds(SourceLine line) {
		var text = line.getContent().toString();
		var count = 0;
		for (int end = textEnd(text, text.length()); text.regionMatches(true, end - END.length(), END, 0,
				END.length()); end = textEnd(text, end - END.length())) {
			count++;
		}
		return count;
	}

	private static int textEnd(String text, int end) {
		var last = end;
		while (last > 0 && Character.isWhitespace(text.charAt(last - 1))) {
			last--;
		}
		return last;
	}

	static final class Factory extends AbstractBlockParserFactory {

		@Override
		public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
			var start = start(state);
			if (state.getIndent() >= CODE_INDENT || !start.lookingAt()) {
				return BlockStart.none();
			}
			var details = new DetailsBlockParser(start.group(1) != null);
			if (countEnds(state.getLine()) > 0) {
				details.block.end();
			}
			return BlockStart.of(details).atIndex(start.end());
		}

	}

	/** Parses {@code <summary>words</summary>} at the start of details. */
	static final class SummaryParser extends AbstractBlockParser {

		private static final Pattern SUMMARY = Pattern.compile("(?i)<summary>(.*?)</summary>\\s*");

		private final DetailsBlock.Summary summary = new DetailsBlock.Summary();

		private final SourceLine words;

		private final List<SourceLine> rest = new ArrayList<>();

		private SummaryParser(SourceLine words) {
			this.words = words;
		}

		@Override
		public Block getBlock() {
			return this.summary;
		}

		@Override
		public BlockContinue tryContinue(ParserState state) {
			return BlockContinue.none();
		}

		/** Takes the rest of the line, which becomes a paragraph. */
		@Override
		public void addLine(SourceLine line) {
			if (!line.getContent().toString().isBlank()) {
				this.rest.add(line);
			}
		}

		@Override
		public void parseInlines(InlineParser inlineParser) {
			inlineParser.parse(SourceLines.of(this.words), this.summary);
			if (!this.rest.isEmpty()) {
				var paragraph = new Paragraph();
				this.summary.insertAfter(paragraph);
				inlineParser.parse(SourceLines.of(this.rest), paragraph);
			}
		}

		static final class Factory extends AbstractBlockParserFactory {

			@Override
			public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
				if (!(matched.getMatchedBlockParser().getBlock() instanceof CustomBlock parent)
						|| !(parent instanceof DetailsBlock) || parent.getFirstChild() != null) {
					return BlockStart.none();
				}
				var line = state.getLine();
				var found = SUMMARY.matcher(line.getContent())
					.region(state.getNextNonSpaceIndex(), line.getContent().length());
				return found.lookingAt()
						? BlockStart.of(new SummaryParser(line.substring(found.start(1), found.end(1))))
							.atIndex(found.end())
						: BlockStart.none();
			}

		}

	}

}
