package org.parley.platform.text.markdown.block;

import org.commonmark.node.CustomBlock;

/** Paragraphs that readers see after they ask for them: {@code >! paragraph}. */
public final class SpoilerBlock extends CustomBlock {

}
