package org.parley.platform.text.markdown.inline;

import org.commonmark.node.CustomNode;

/** Words that readers see after they ask for them: {@code ||words||}. */
public final class Spoiler extends CustomNode {

}
