package org.parley.platform.text.markdown.block;

import org.commonmark.node.Block;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Parses lines that begin with {@code >!}; the lines after the first may omit the sign.
 */
final class SpoilerBlockParser extends AbstractBlockParser {

	private final SpoilerBlock block = new SpoilerBlock();

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
		return (startsWith(state, ">!") || startsWith(state, ">")) ? BlockContinue.atIndex(afterMarker(state))
				: BlockContinue.none();
	}

	private static boolean startsWith(ParserState state, String marker) {
		return state.getIndent() < DetailsBlockParser.CODE_INDENT
				&& state.getLine().getContent().toString().startsWith(marker, state.getNextNonSpaceIndex());
	}

	private static int afterMarker(ParserState state) {
		var line = state.getLine().getContent();
		var at = state.getNextNonSpaceIndex() + 1;
		at += (at < line.length() && line.charAt(at) == '!') ? 1 : 0;
		return at + ((at < line.length() && line.charAt(at) == ' ') ? 1 : 0);
	}

	static final class Factory extends AbstractBlockParserFactory {

		@Override
		public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
			return startsWith(state, ">!") ? BlockStart.of(new SpoilerBlockParser()).atIndex(afterMarker(state))
					: BlockStart.none();
		}

	}

}
