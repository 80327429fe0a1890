@NullMarked
package org.parley.forum.incoming;

import org.jspecify.annotations.NullMarked;
