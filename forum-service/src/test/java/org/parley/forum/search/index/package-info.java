@NullMarked
package org.parley.forum.search.index;

import org.jspecify.annotations.NullMarked;
