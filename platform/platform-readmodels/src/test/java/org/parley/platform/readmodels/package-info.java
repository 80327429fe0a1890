@NullMarked
package org.parley.platform.readmodels;

import org.jspecify.annotations.NullMarked;
