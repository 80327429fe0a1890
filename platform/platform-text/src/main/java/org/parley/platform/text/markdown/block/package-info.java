/** Parses and renders the block syntax of texts that CommonMark does not have. */
@NullMarked
package org.parley.platform.text.markdown.block;

import org.jspecify.annotations.NullMarked;
