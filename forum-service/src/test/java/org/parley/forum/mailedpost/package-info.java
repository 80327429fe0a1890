@NullMarked
package org.parley.forum.mailedpost;

import org.jspecify.annotations.NullMarked;
