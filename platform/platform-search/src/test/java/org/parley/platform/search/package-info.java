@NullMarked
package org.parley.platform.search;

import org.jspecify.annotations.NullMarked;
