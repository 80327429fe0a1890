/** Tests of Markdown rendering. */
@NullMarked
package org.parley.forum.content;

import org.jspecify.annotations.NullMarked;
