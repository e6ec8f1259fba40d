export default async function () { console.log("SETUP"); }
