/** Tests of drafts. */
@NullMarked
package org.parley.forum.draft;

import org.jspecify.annotations.NullMarked;
