/** Drafts: what a person has begun to write, on whatever device. */
@NullMarked
package org.parley.forum.draft;

import org.jspecify.annotations.NullMarked;
