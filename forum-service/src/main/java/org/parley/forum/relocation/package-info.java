/** Relocation: threads are merged and split, post by post, whoever dies when. */
@NullMarked
package org.parley.forum.relocation;

import org.jspecify.annotations.NullMarked;
