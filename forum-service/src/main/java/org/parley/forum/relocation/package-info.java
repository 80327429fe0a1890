/** Relocation: requests to merge and split threads, and their progress. */
@NullMarked
package org.parley.forum.relocation;

import org.jspecify.annotations.NullMarked;
