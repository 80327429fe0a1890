/** Tests of search. */
@NullMarked
package org.parley.forum.search;

import org.jspecify.annotations.NullMarked;
