/** What post promises. */
@NullMarked
package org.parley.forum.post;

import org.jspecify.annotations.NullMarked;
