/** What people write: Markdown in, safe HTML and plain text out. */
@NullMarked
package org.parley.forum.content;

import org.jspecify.annotations.NullMarked;
