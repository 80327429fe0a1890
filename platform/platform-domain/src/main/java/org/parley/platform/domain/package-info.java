/** What the domain of every service may use. It knows no web and no server. */
@NullMarked
package org.parley.platform.domain;

import org.jspecify.annotations.NullMarked;
