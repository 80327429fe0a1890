@NullMarked
package org.parley.platform.text.search;

import org.jspecify.annotations.NullMarked;
