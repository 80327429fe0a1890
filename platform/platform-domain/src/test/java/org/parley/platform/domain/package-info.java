@NullMarked
package org.parley.platform.domain;

import org.jspecify.annotations.NullMarked;
