@NullMarked
package org.parley.platform.web.rule;

import org.jspecify.annotations.NullMarked;
