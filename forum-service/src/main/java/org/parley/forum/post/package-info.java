/** Posts: replies, edits, deletion and their history. */
@NullMarked
package org.parley.forum.post;

import org.jspecify.annotations.NullMarked;
