/** Tests of Markdown rendering. */
@NullMarked
package org.parley.platform.text.markdown;

import org.jspecify.annotations.NullMarked;
