// what a browser does about its session; one of these is called behind this text
const fetchCookie = (route, ticket) => fetch(route, {method: 'POST', headers: {'X-Ticket': ticket}});
const leaveCookie = route => fetch(route, {method: 'DELETE'});
const rememberPlace = address => sessionStorage.setItem('return_to', address ?? location.pathname + location.search);
const returnToPlace = (root, desk) => {
    const kept = sessionStorage.getItem('return_to'); sessionStorage.removeItem('return_to');
    const to = desk && kept === root ? desk : kept;  // nothing kept: this page was opened later, not by way of the provider
    if (to && /^\/(?![\/\\])/.test(to) && to !== location.pathname + location.search) location.replace(to);
};
