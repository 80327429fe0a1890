/** Renders Markdown as safe HTML and plain text. */
@NullMarked
package org.parley.platform.text.markdown;

import org.jspecify.annotations.NullMarked;
