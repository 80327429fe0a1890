/** Parses and renders the inline syntax of texts that CommonMark does not have. */
@NullMarked
package org.parley.platform.text.markdown.inline;

import org.jspecify.annotations.NullMarked;
