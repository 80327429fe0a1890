/** Tests of text rules. */
@NullMarked
package org.parley.forum.text;

import org.jspecify.annotations.NullMarked;
