package org.parley.platform.text.markdown.block;

import org.commonmark.node.CustomBlock;

/** Blocks that readers unfold: {@code <details>}. */
final class DetailsBlock extends CustomBlock {

	private final boolean open;

	DetailsBlock(boolean open) {
		this.open = open;
	}

	boolean isOpen() {
		return this.open;
	}

	/** The words that are shown of folded blocks. */
	static final class Summary extends CustomBlock {

	}

}
