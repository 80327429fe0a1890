/** Drafts of threads and replies, shared by all devices of a member. */
@NullMarked
package org.parley.forum.draft;

import org.jspecify.annotations.NullMarked;
