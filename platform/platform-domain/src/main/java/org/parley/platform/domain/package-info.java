/** Types that the domain of every service may use. They know no web and no server. */
@NullMarked
package org.parley.platform.domain;

import org.jspecify.annotations.NullMarked;
