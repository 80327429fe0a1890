/** What is special about the web server. */
@NullMarked
package org.parley.platform.web.tomcat;

import org.jspecify.annotations.NullMarked;
