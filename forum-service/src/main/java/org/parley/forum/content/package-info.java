/** Renders Markdown as safe HTML and plain text. */
@NullMarked
package org.parley.forum.content;

import org.jspecify.annotations.NullMarked;
