@NullMarked
package org.parley.platform.readmodels.relation;

import org.jspecify.annotations.NullMarked;
