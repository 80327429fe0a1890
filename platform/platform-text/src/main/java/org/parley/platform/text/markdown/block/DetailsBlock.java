package org.parley.platform.text.markdown.block;

import org.commonmark.node.CustomBlock;

/** Blocks that readers unfold: {@code <details>}. */
final class DetailsBlock extends CustomBlock {

	private final boolean open;

	private boolean ended;

	DetailsBlock(boolean open) {
		this.open = open;
	}

	boolean isOpen() {
		return this.open;
	}

	/** Ends the blocks with a line of which they have the part before the end tag. */
	void end() {
		this.ended = true;
	}

	boolean hasEnded() {
		return this.ended;
	}

	/** The words that are shown of folded blocks. */
	static final class Summary extends CustomBlock {

	}

}
