/** What is found, by whom, and what never is. */
@NullMarked
package org.parley.forum.search;

import org.jspecify.annotations.NullMarked;
